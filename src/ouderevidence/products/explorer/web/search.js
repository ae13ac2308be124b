// Search the claims, as ouderevidence/search does in Python: the same steps, in whole numbers, over the same tables.
// `data` is what SearchIndex.to_data() gives. A test in a browser holds both equal: change them together.
// One export and no import, so that the text also runs inside a page once the word "export" is taken off.

export function searchClaims(data, query) {
  const SAME = 100, FORM = 90, SYNONYM = 70, COMPOUND = 60, ONE_ERROR = 60, TWO_ERRORS = 45, PART = 40;
  const LEAST_COMPOUND = 4, LEAST_REST = 3, LEAST_PREFIX = 3, LEAST_ONE_ERROR = 5, LEAST_TWO_ERRORS = 8;
  const LEAST_PART = 5, MOST_PARTS = 3;
  const index = prepared(data);

  const scores = new Map(), covered = new Map(), matched = new Map();
  for (const [word, found] of slots(String(query))) {
    const rare = rarity(data.claims.length, found.size);
    for (const [claim, weight] of found) {
      scores.set(claim, (scores.get(claim) ?? 0) + weight * rare);
      covered.set(claim, (covered.get(claim) ?? 0) + 1);
      if (!matched.has(claim)) matched.set(claim, []);
      if (!matched.get(claim).includes(word)) matched.get(claim).push(word);
    }
  }
  return [...scores.keys()]
    .map((claim) => ({ claim, score: scores.get(claim) * covered.get(claim) }))
    .sort((a, b) => b.score - a.score || a.claim - b.claim)
    .map(({ claim, score }) => ({ id: data.claims[claim], score, matched: matched.get(claim) }));

  // -- what a query asks for

  function slots(text) {
    const start = [...text.slice(0, 2 * data.maxText)].slice(0, data.maxText).join("");
    const asked = [...new Set(wordsOf(start))].slice(0, data.maxWords);
    const stems = asked.map(stem);
    const phrased = new Map();
    for (const [phrase, family] of data.phrases) {
      for (let at = 0; at + phrase.length <= stems.length; at++) {
        if (phrase.every((part, i) => stems[at + i] === part)) {
          phrase.forEach((_, i) => phrased.set(at + i, [...(phrased.get(at + i) ?? []), ...family]));
        }
      }
    }
    return asked.flatMap((word, place) => {
      const same = index.number.get(word);
      const wholes = readings(word);
      return (wholes.length ? wholes : [new Map()]).map((wanted) => {
        for (const key of phrased.get(place) ?? []) raise(wanted, key, SYNONYM);
        const found = claimsWith(widened(wanted));
        if (same !== undefined) add(found, same, SAME);
        if (index.formsOf.has(stem(word))) {
          for (const [claim, weight] of withAll(partsOf(word, MOST_PARTS))) raise(found, claim, weight);
        }
        return [word, found];
      });
    });
  }

  function readings(word) {
    const key = stem(word);
    if (index.formsOf.has(key)) return [new Map([[key, FORM]])];
    if (!isAlphabetic(word)) return [];
    const near = new Map();
    for (const other of beginningWith(word, key)) raise(near, other, ONE_ERROR);
    for (const other of nearTo(word, 1)) raise(near, other, ONE_ERROR);
    if (near.size) return [near];
    const parts = partsOf(word, MOST_PARTS);
    if (parts.length) return parts.map((part) => new Map([[part, FORM]]));
    for (const other of nearTo(word, 2)) raise(near, other, TWO_ERRORS);
    if (!near.size) for (const other of endsOf(key)) raise(near, other, PART);
    return [near];
  }

  function widened(wanted) {
    const wide = new Map(wanted);
    for (const [key, strength] of wanted) {
      for (const other of index.familyOf.get(key) ?? []) raise(wide, other, Math.floor((strength * SYNONYM) / 100));
    }
    for (const [key, strength] of [...wide]) {
      if (key.length < LEAST_COMPOUND) continue;
      for (const other of index.formsOf.keys()) {
        if (other.length >= key.length + LEAST_REST && (other.startsWith(key) || other.endsWith(key))) {
          raise(wide, other, Math.floor((strength * COMPOUND) / 100));
        }
      }
    }
    return wide;
  }

  function claimsWith(wanted) {
    const best = new Map();
    for (const [key, strength] of wanted) {
      for (const form of index.formsOf.get(key)) add(best, form, strength);
    }
    return best;
  }

  function withAll(parts) {
    const found = parts.map((part) => claimsWith(widened(new Map([[part, COMPOUND]]))));
    const all = [...(found[0]?.keys() ?? [])].filter((claim) => found.every((held) => held.has(claim)));
    return all.map((claim) => [claim, Math.min(...found.map((held) => held.get(claim)))]);
  }

  function add(best, form, strength) {
    const held = data.postings[form];
    for (let i = 0; i < held.length; i += 2) raise(best, held[i], held[i + 1] * strength);
  }

  function raise(map, key, value) {
    if (value > (map.get(key) ?? 0)) map.set(key, value);
  }

  // -- looking words up

  function beginningWith(word, key) {
    if (key.length < LEAST_PREFIX) return [];
    const forms = data.forms.filter((form) => form.startsWith(word)).map(stem);
    return [...forms, ...[...index.formsOf.keys()].filter((other) => other.startsWith(key))];
  }

  function endsOf(key) {
    const cuts = [];
    for (let n = key.length - 1; n >= LEAST_PART; n--) cuts.push(n);
    const first = cuts.map((n) => key.slice(0, n)).find((part) => index.formsOf.has(part));
    const last = cuts.map((n) => key.slice(-n)).find((part) => index.formsOf.has(part));
    return [first, last].filter((part) => part !== undefined);
  }

  function partsOf(word, most) {
    for (let cut = word.length - data.minPart; cut >= data.minPart; cut--) {
      const left = linked(word.slice(0, cut)).find((part) => index.formsOf.has(part));
      if (left === undefined) continue;
      const right = stem(word.slice(cut));
      if (index.formsOf.has(right)) return [left, right];
      const rest = most > 2 ? partsOf(word.slice(cut), most - 1) : [];
      if (rest.length) return [left, ...rest];
    }
    return [];
  }

  function linked(part) {
    return part.endsWith("s") && part.length > data.minPart ? [stem(part), stem(part.slice(0, -1))] : [stem(part)];
  }

  function nearTo(word, most) {
    if (word.length < (most === 1 ? LEAST_ONE_ERROR : LEAST_TWO_ERRORS)) return [];
    const mine = signature(word);
    return data.forms.filter((form, i) =>
      Math.abs(form.length - word.length) <= most && bitCount(mine ^ index.signatures[i]) <= 2 * most
      && isAlphabetic(form) && distance(word, form, most) <= most).map(stem);
  }

  // -- words

  function wordsOf(text) {
    const lower = text.normalize("NFD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    const folded = lower.replace(/[^\0-\x7f]|['`]/g, (letter) => data.letters[letter] ?? letter);
    return (folded.match(/[a-z0-9]+/g) ?? []).filter(
      (word) => word.length > 1 && word.length <= data.maxLetters && !data.stopWords.includes(word));
  }

  function stem(word) {
    if (data.kept.includes(word) || !isAlphabetic(word)) return word;
    let cut = word, vowel = false;
    for (;;) {
      const rule = data.suffixes.find(([ending, least, notAfter, after]) => {
        const rest = cut.length - ending.length;
        if (rest < least || !cut.endsWith(ending) || notAfter.includes(cut[rest - 1])) return false;
        return !after || after.includes(cut[rest - 1]);
      });
      if (!rule) return spelled(cut, vowel);
      cut = cut.slice(0, cut.length - rule[0].length);
      vowel = isVowel(rule[0][0]);
    }
  }

  function spelled(stemmed, beforeVowel) {
    let cut = stemmed;
    const last = cut.at(-1), before = cut.at(-2);
    if (beforeVowel && !isVowel(last) && last === before) {
      cut = cut.slice(0, -1);
    } else if (beforeVowel && !"aeiouwxy".includes(last) && "aeou".includes(before)
      && (!isVowel(cut.at(-3)) || cut.slice(-3, -1) === "ia")) {
      const unstressed = before === "e" && "lrnm".includes(last) && hasVowel(cut.slice(0, -2));
      if (!unstressed && !data.short.some((end) => cut.endsWith(end))) cut = cut.slice(0, -1) + before + last;
    } else if (hasVowel(cut.slice(0, -3)) && cut.slice(-3, -1) === "ee" && "lrnm".includes(last)) {
      cut = cut.slice(0, -2) + last;
    }
    const hardened = { v: "f", z: "s", y: "i" }[cut.at(-1)];
    return hardened ? cut.slice(0, -1) + hardened : cut;
  }

  function isAlphabetic(word) { return /^[a-z]+$/.test(word); }
  function isVowel(letter) { return "aeiou".includes(letter); }
  function hasVowel(text) { return /[aeiou]/.test(text); }

  // -- numbers

  function rarity(total, holding) {
    if (!holding) return 0;
    const ratio = 256 + Math.floor((256 * total) / holding);
    const whole = 31 - Math.clz32(ratio);
    return 64 * (whole - 8) + Math.floor((ratio * 64) / 2 ** whole) - 64;
  }

  function signature(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << word.charCodeAt(i) % 32;
    return bits;
  }

  function bitCount(bits) {
    let count = 0;
    for (let left = bits; left; left &= left - 1) count++;
    return count;
  }

  function distance(one, two, most) {
    let twiceAbove = [], above = [], row = Array.from({ length: two.length + 1 }, (_, j) => j);
    for (let i = 1; i <= one.length; i++) {
      [twiceAbove, above, row] = [above, row, [i]];
      for (let j = 1; j <= two.length; j++) {
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === two[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1]) {
          cost = Math.min(cost, twiceAbove[j - 2] + 1);
        }
        row.push(cost);
      }
      if (Math.min(...row) > most) return most + 1;
    }
    return row.at(-1);
  }

  // What is worked out once for each index; kept on the function, so that nothing else is needed beside it.
  function prepared(source) {
    const known = (searchClaims.prepared ??= new WeakMap());
    if (!known.has(source)) {
      const formsOf = new Map(), familyOf = new Map();
      source.forms.forEach((form, i) => {
        const key = stem(form);
        if (!formsOf.has(key)) formsOf.set(key, []);
        formsOf.get(key).push(i);
      });
      for (const family of source.families) {
        for (const key of family) familyOf.set(key, [...(familyOf.get(key) ?? []), ...family]);
      }
      const number = new Map(source.forms.map((form, i) => [form, i]));
      known.set(source, { formsOf, familyOf, number, signatures: source.forms.map(signature) });
    }
    return known.get(source);
  }
}
