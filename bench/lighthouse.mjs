// Runs Lighthouse on pages of a site: node lighthouse.mjs MODULES CHROMIUM ADDRESS NAME=PATH...
// Prints one line of JSON for each. The page named "result" is a self-assessment that is taken first; as it stands
// then, without a load, it has no figures of speed.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, chromium, address, ...pages] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${modules}/`));
const load = async (name) => import(pathToFileURL(require.resolve(name)));
const { default: lighthouse, snapshot } = await load("lighthouse");
const { default: puppeteer } = await load("puppeteer-core");

const SPEED = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const flags = { logLevel: "silent", output: "json" };

const take = async (page) => {
  await page.evaluate(() => {
    for (const item of document.querySelectorAll("quiz-scales fieldset")) item.querySelector("[data-points]")?.click();
    document.querySelector("quiz-scales [data-see]").click();
  });
  await new Promise((done) => setTimeout(done, 1000));
};

const summary = (name, { categories, audits, requestedUrl, finalDisplayedUrl }) => ({
  name,
  path: new URL(finalDisplayedUrl ?? requestedUrl).pathname,
  scores: Object.fromEntries(Object.values(categories).map(({ id, score }) => [id, score === null ? null : Math.round(score * 100)])),
  speed: Object.fromEntries(SPEED.flatMap((id) => (audits[id]?.numericValue === undefined ? [] : [[id, Math.round(audits[id].numericValue * 1000) / 1000]]))),
  sent: audits["total-byte-weight"]?.numericValue,
  // Of what counts, what is short of full marks.
  short: Object.values(categories).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1)
      .map((ref) => {
        const { title, displayValue, details } = audits[ref.id];
        const where = (details?.items ?? []).slice(0, 3).map((item) => item.node?.snippet ?? item.description ?? item.source ?? "");
        return { category: id, audit: ref.id, title, displayValue, where };
      }),
  ),
});

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
for (const named of pages) {
  const [name, path] = named.split("=");
  const page = await browser.newPage();
  let report;
  if (name.startsWith("result")) {
    await page.setViewport({ width: 412, height: 823, isMobile: true, hasTouch: true, deviceScaleFactor: 1.75 });
    await page.goto(address + path, { waitUntil: "networkidle0" });
    await take(page);
    report = await snapshot(page, { flags });
  } else {
    report = await lighthouse(address + path, flags, undefined, page);
  }
  console.log(JSON.stringify(summary(name, report.lhr)));
  await page.close();
}
await browser.close();
