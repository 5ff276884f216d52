// Looks at report pages as their readers do: with axe-core, with text twice as large, on paper, without colour.
//
//     npm install --prefix target/tools/html --no-package-lock axe-core@4.14.1 playwright-core@1.65.1
//     node tests/checks/html_accessibility.mjs FILE...
//
// One line for each check that fails; ends with 1 if one does. The browser is Debian's Chromium; nothing is
// downloaded and the pages have no network.

import { createRequire } from "node:module";
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tools = resolve(here, "../../target/tools/html/package.json");
const require = createRequire(existsSync(tools) ? tools : import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const WIDTHS = [390, 1280];

let failures = 0;
function fail(file, what) {
  failures += 1;
  console.log(`FAIL ${file}: ${what}`);
}

async function violations(page, file, where) {
  const { violations, passes } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    TAGS,
  );
  for (const rule of violations) {
    const at = rule.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ");
    fail(file, `${where}: ${rule.id}: ${rule.help} (${rule.nodes.length}): ${at}`);
  }
  return passes.length;
}

// A page that is wider than the window has to be moved sideways to be read (WCAG 1.4.10).
async function overflow(page, file, where) {
  const over = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  if (over > 0) fail(file, `${where}: ${over} px wider than the window`);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
  ],
});

for (const file of process.argv.slice(2)) {
  const before = failures;
  // The page allows no script; what is put in here comes from the check, not from the page.
  const context = await browser.newContext({ bypassCSP: true, offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(resolve(file)).href);
  await page.evaluate(axe);
  const title = await page.title();
  if (!title) fail(file, "has no title");
  let rules = 0;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    rules += await violations(page, file, `${width} px`);
    await overflow(page, file, `${width} px`);
  }

  // Text of 200 % (WCAG 1.4.4).
  await page.setViewportSize({ width: 640, height: 900 });
  await page.addStyleTag({ content: "html { font-size: 200% !important }" });
  await overflow(page, file, "text of 200 %");
  rules += await violations(page, file, "text of 200 %");
  await page.reload();
  await page.evaluate(axe);

  // Paper: A4 without its margins.
  await page.setViewportSize({ width: 658, height: 900 });
  await page.emulateMedia({ media: "print" });
  rules += await violations(page, file, "print");
  await overflow(page, file, "print");
  await page.emulateMedia({ media: "screen" });

  // No meaning by colour: every colour on the page is a grey, so a copy in one colour says the same.
  const coloured = await page.evaluate(() => {
    const grey = (value) => {
      const parts = value.match(/[\d.]+/g)?.slice(0, 3).map(Number) ?? [];
      return parts.length < 3 || Math.max(...parts) - Math.min(...parts) < 3;
    };
    const properties = ["color", "backgroundColor", "borderTopColor", "borderBottomColor", "borderInlineStartColor"];
    const found = new Set();
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      for (const property of properties) {
        if (!grey(style[property])) found.add(`${element.tagName} ${property} ${style[property]}`);
      }
    }
    return [...found];
  });
  for (const what of coloured) fail(file, `colour: ${what}`);

  const outside = await page.evaluate(() => performance.getEntriesByType("resource").length);
  if (outside > 0) fail(file, `${outside} things from outside the file`);
  if (before === failures) console.log(`ok   ${file}: ${rules} passes of rules`);
  await context.close();
}
await browser.close();
process.exit(failures > 0 || process.argv.length < 3 ? 1 : 0);
