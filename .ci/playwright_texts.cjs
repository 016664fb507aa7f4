// Prints the texts of each Playwright test, by ID: the import is cut off, and test.fixme runs the body, which throws its case.
const fs = require('fs');

const texts = {};
const bodies = [];
const test = { fixme: (title, details, body) => bodies.push(body) };
for (const file of process.argv.slice(2)) {
  const source = fs.readFileSync(file, 'utf8').replace(/^import .*$/m, '');
  new Function('test', source)(test);
}
(async () => {
  for (const body of bodies) {
    const it = await body().catch(e => e.cause);
    texts[it.id] = [it.title, it.quote, ...it.preconditions, ...it.testData.map(d => d.value),
      ...it.steps.flatMap(s => [s.action, s.expected])];
  }
  // ASCII, so that half a pair of surrogates survives
  process.stdout.write(JSON.stringify(texts).replace(/[^ -~]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0')));
})();
