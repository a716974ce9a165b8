// Whether generated pages come back byte for byte, and whether nothing certain is left once repairs are written: `node bench/pages-back.mjs [pages]`
// after `npm run build`. Pages of both generations, with line ends, byte order marks, comments and quotes of all kinds; 35,000 where left out.
import { cpus } from 'node:os';
import * as graph from '../dist/graph/index.js';
import * as text from '../dist/text/index.js';
import { pagesThereAndBack, sitePages } from '../tests/support/site-pages.mjs';

const size = Number(process.argv[2] ?? 35_000);
const pages = sitePages(size);
const start = process.cpuUsage();
const found = pagesThereAndBack(pages, { ...graph, ...text });
const { user, system } = process.cpuUsage(start);
console.log(found);
console.log(`${((user + system) / 1e6).toFixed(1)} s of the processor, ${cpus()[0]?.model}, Node ${process.version}`);
const isRight = ['differ', 'otherFields', 'issues', 'left', 'again'].every((name) => found[name] === 0);
process.exitCode = isRight ? 0 : 1;
