// How the words of a query weigh, as in ouderevidence/library/index.py.

const FEW = 3;

/**
 * How much a word tells by how few claims hold it: a logarithm in whole numbers.
 * @param {number} total
 * @param {number} holding
 */
export function rarity(total, holding) {
  if (!holding) return 0;
  const ratio = 256 + Math.floor((256 * total) / holding);
  const whole = 31 - Math.clz32(ratio);
  return 64 * (whole - 8) + Math.floor((ratio * 64) / 2 ** whole) - 64;
}

/**
 * How many words a claim must hold: as many as any does, or one less where fewer than three do.
 * @param {number[]} held
 */
export function leastHeld(held) {
  const most = held.reduce((a, b) => Math.max(a, b), 0);
  return most > 1 && held.filter((n) => n === most).length < FEW ? most - 1 : most;
}
