// Give the widgets a hundred thousand spoilt records, as a file that is brought back or a browser's storage may hold
// them: each must come out as a record that the rest may rely on, or as a newer version's, and soon.
//
//   .venv/bin/deno run --quiet --no-remote --no-npm --no-lock bench/fuzz_records.mjs [INPUTS] [SEED]
//
// Prints a line for each input that ends in anything else, and exits with 1 if there was one. A short run is part of the
// tests (tests/test_records.py).
import { historyOf } from "../overrides/widgets/engine/history.mjs";
import { isOurs, validate } from "../overrides/widgets/engine/validate.mjs";

const [inputs, seed] = [100_000, 0].map((usual, n) => Number(globalThis.Deno.args[n] ?? usual));
/** Milliseconds that one record may take. */
const SOON = 5000;
const SOUND = {
  version: 2,
  quizzes: { one: { answers: { jolt: "often", meal: "skip" }, editions: { pull: "0000" }, scored: true, date: "2026-11-02" } },
  results: [{
    quiz: "one",
    title: "One?",
    date: "2026-11-02",
    parts: [{ scale: "pull", title: "Pull", band: "look", reading: "Worth a look", edition: "0000", score: 8, low: 0, high: 16 }],
  }],
  plans: { tool: { fields: { word: ["kindness", "candour"] }, text: "Kindness", date: "2026-11-02" } },
  view: "steps",
  used: 1_795_000_000_000,
  refused: false,
};
const FIRST = { version: 1, answers: { one: { jolt: "often" } }, scored: ["one"] };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
const chances = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const deep = (depth, make) => {
  let value = "x";
  for (let n = 0; n < depth; n++) value = make(value);
  return value;
};
const again = (value) => {
  const text = JSON.stringify(value);
  return () => JSON.parse(text);
};
const many = (value) => Object.fromEntries([...Array(2000).keys()].map((n) => [`name-${n}`, value]));
const JUNK = [
  () => null,
  () => true,
  () => 0,
  () => -1,
  () => 1e308 * 10,
  () => Number.NaN,
  () => 99,
  () => "",
  () => "2026-99-99",
  () => "12026-01-01",
  () => "<script>document.title = 'run'</script>",
  () => "\u202e\u0000\ud800",
  () => "x".repeat(20_000),
  () => "line\n".repeat(100_000),
  () => [],
  () => ({}),
  () => [[]],
  again(Array(2000).fill(SOUND.results[0])),
  again(Array(2000).fill(null)),
  again(many("x")),
  again(many(SOUND.plans.tool)),
  () => JSON.parse('{"__proto__": {"answers": {"jolt": "often"}, "polluted": true}}'),
  () => ({ constructor: "x", toString: "x", hasOwnProperty: "x" }),
  () => deep(500, (value) => [value]),
  () => deep(500, (value) => ({ value })),
  () => ({ length: 1e9 }),
];
const NAMES = ["__proto__", "constructor", "version", "results", "plans", "quizzes", "x".repeat(300), "", "0", "gate", "used"];

/** A record with a few of its parts replaced, doubled, renamed or taken away; or its text cut. */
const spoilt = (chance) => {
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const record = structuredClone(chance() < 0.2 ? FIRST : SOUND);
  for (let n = 1 + Math.floor(chance() * 4); n > 0; n--) {
    let at = record, name = pick(Object.keys(record));
    while (at[name] && typeof at[name] === "object" && Object.keys(at[name]).length && chance() < 0.75) {
      at = at[name];
      name = pick(Object.keys(at));
    }
    const what = chance();
    if (what < 0.6) at[name] = pick(JUNK)();
    else if (what < 0.75) delete at[name];
    else if (what < 0.9 && !Array.isArray(at)) Object.defineProperty(at, pick(NAMES), { value: at[name], enumerable: true, writable: true, configurable: true });
    else if (Array.isArray(at[name])) at[name] = [...at[name], ...at[name]];
  }
  if (chance() < 0.1) {
    const text = JSON.stringify(record), cut = text.slice(0, Math.floor(chance() * text.length)) + pick(["", "}", "]}", "null"]);
    try {
      return JSON.parse(cut);
    } catch {
      return null;
    }
  }
  return chance() < 0.02 ? pick(JUNK)() : record;
};

const DATE = /^(\d{4}-\d\d-\d\d)?$/;
const text = (value, longest) => typeof value === "string" && value.length <= longest;
const names = (value, most) => Object.keys(value).length <= most && Object.keys(value).every((name) => name.length <= 200);
const SHAPE = {
  "a version": ({ version }) => version === 2,
  "quizzes": ({ quizzes }) =>
    names(quizzes, 100) &&
    Object.values(quizzes).every(({ answers, editions, scored, date }) =>
      names(answers, 300) && names(editions, 50) && typeof scored === "boolean" && DATE.test(date) &&
      [...Object.values(answers), ...Object.values(editions)].every((each) => text(each, 200))
    ),
  "results": ({ results }) =>
    results.length <= 300 &&
    results.every(({ quiz, title, date, parts }) =>
      quiz && date && text(quiz, 1000) && text(title, 1000) && DATE.test(date) && !Number.isNaN(Date.parse(date)) && parts.length <= 20 &&
      parts.every(({ scale, title, band, reading, edition, score, low, high }) =>
        [scale, title, band, reading, edition].every((each) => text(each, 1000)) && [score, low, high].every(Number.isFinite)
      )
    ),
  "plans": ({ plans }) =>
    names(plans, 30) &&
    Object.values(plans).every(({ fields, text: words, date }) =>
      names(fields, 500) && text(words, 10_000) && words.split("\n").length <= 300 && DATE.test(date) &&
      Object.values(fields).every((lines) => lines.length <= 50 && lines.every((each) => text(each, 1000)))
    ),
  "the rest": ({ view, used, refused }) => text(view, 200) && Number.isFinite(used) && typeof refused === "boolean",
};

const inOrder = ({ version, quizzes, results, plans, view, used, refused }) =>
  JSON.stringify([version, quizzes, results, plans, view, used, refused]);

/** What is wrong with what became of a record; "" if nothing. */
const judged = (found) => {
  const left = { count: 0 }, started = performance.now();
  const kept = validate(found, left);
  if (kept === null) return isOurs(found) && found.version > 2 ? "" : "taken for a newer version's";
  const whole = { ...kept, ...historyOf(kept, left) };
  const wrong = Object.keys(SHAPE).find((part) => !SHAPE[part](whole));
  if (wrong) return `${wrong} cannot be relied on`;
  const more = { count: 0 }, twice = validate(JSON.parse(JSON.stringify(whole)), more);
  if (inOrder({ ...twice, ...historyOf(twice, more) }) !== inOrder(whole) || more.count) return "changes when it is read again";
  if (!Number.isInteger(left.count) || left.count < 0) return `${left.count} left out`;
  if (performance.now() - started > SOON) return "took too long";
  return {}.polluted ? "every object is changed" : "";
};

let bad = 0, newer = 0;
for (let n = seed; n < seed + inputs; n++) {
  let wrong;
  try {
    const found = spoilt(chances(n));
    if (isOurs(found) && found.version > 2) newer++;
    wrong = judged(found);
  } catch (error) {
    wrong = `${error}`;
  }
  if (wrong && ++bad <= 50) console.log(`seed ${n}: ${wrong}`);
}
console.log(`${inputs} records: ${newer} of a newer version, ${bad} bad`);
globalThis.Deno.exit(bad ? 1 : 0);
