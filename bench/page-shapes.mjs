// What the slowest shapes of pages cost to read, by processor time: milliseconds for each 100 kB, at four sizes. Work that grows with the
// page shows the same figure four times. The shapes are what was found by trying some two hundred of them.
//   node bench/page-shapes.mjs [BYTES] [RUNS]      the smallest size, and how often each is read; the least time counts
import { cpus } from 'node:os';
import { parseArticle, parseGuidance, parseStrategies } from 'stem-leadership/text';

const smallest = Number(process.argv[2] ?? 25_000);
const runs = Number(process.argv[3] ?? 5);
const filled = (text, size) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

const answers = {
  'short bold names': '1. **&**\n',
  'short bold names, a letter with an accent': '1. **é** a\n',
  'lists of two kinds in turn': '1. a\n1) b\n',
  'numbers under paragraphs': 'p\n3. **A** b\n',
  'numbered headings': '# 1. **a**\n',
  'links over several lines': '1. [**A**](\nu)\n',
  'an emoji before the bold': '1. 😀 **A** b\n',
  'runs of emphasis': `1. **${'*_'.repeat(190)}**\n`,
  'nested quotations and lists': '> 1. > 1. > 1. > a\n',
  brackets: `1. ${'['.repeat(990)}**\n`,
};
const guidance = {
  'bullets on one line': '• A ',
  'sectors and bullets': 'What does this look like in primary schools?\n  • A b c.\n',
  'hash signs': 'a#',
};
const frontMatter = { 'lists in lists': '- - - - ', 'one name': 'a: b\n', 'one long name': 'a' };

const kinds = [
  ...Object.entries(answers).map(([name, part]) => [name, (size) => ({ answer: filled(part, size) }), parseStrategies]),
  ...Object.entries(guidance).map(([name, part]) => [name, (size) => filled(part, size), parseGuidance]),
  ...Object.entries(frontMatter).map(([name, part]) => [
    `front matter: ${name}`,
    (size) => `---\n${filled(part, size)}\n---\n`,
    parseArticle,
  ]),
];

const milliseconds = (read, page) => {
  const { user, system } = (() => {
    const before = process.cpuUsage();
    read(page);
    return process.cpuUsage(before);
  })();
  return (user + system) / 1000;
};

const sizes = [1, 2, 4, 8].map((times) => times * smallest);
console.log(`Node ${process.version}, ${cpus()[0]?.model}; the least of ${runs} runs, processor ms for each 100 kB`);
console.log('page'.padEnd(46), ...sizes.map((size) => `${size / 1000} kB`.padStart(9)));
for (const [name, pageOf, read] of kinds) {
  const figures = sizes.map((size) => {
    const page = pageOf(size);
    const least = Math.min(...Array.from({ length: runs }, () => milliseconds(read, page)));
    return ((least * 100_000) / size).toFixed(0).padStart(9);
  });
  console.log(name.padEnd(46), ...figures);
}
