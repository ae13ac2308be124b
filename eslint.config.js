// What tsc does not see, and the measure of things: modules under 200 lines, functions that have one idea.

import js from "@eslint/js";
import globals from "globals";

const WEB = "src/ouderevidence/products/explorer/web/**/*.js";

export default [
  { ignores: [".venv/", "build/", "dist/", "node_modules/", "**/*.d.ts"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-undef": "off", // tsc knows better
      "no-control-regex": "off", // texts of others hold anything
      complexity: ["error", 12],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 200],
      "max-lines-per-function": ["error", 45],
      "max-params": ["error", 5],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-shadow-restricted-names": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
  {
    files: [WEB],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text goes in as text: use element()." },
        { property: "outerHTML", message: "Text goes in as text: use element()." },
        { property: "insertAdjacentHTML", message: "Text goes in as text: use element()." },
      ],
    },
  },
  { files: ["tests/js/**/*.js", "eslint.config.js"], languageOptions: { globals: globals.node } },
];
