import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { base, hostname } from './address.mjs';
import { root } from './links.mjs';
import { extendMarkdown } from './markdown.mjs';
import { writeMarkdownPages } from './pages/markdown-output.mjs';

interface Contents {
  readonly doors: readonly string[];
  readonly written: readonly { readonly link: string; readonly text: string }[];
  readonly rubrics: readonly { readonly id: string; readonly label: string }[];
}
/** What the pages are that a program made: scripts/docs.mjs makes them first. */
const contents: Contents = JSON.parse(readFileSync(join(root, 'docs/generated/contents.json'), 'utf8'));

/** Scripts that VitePress writes into each page, by their name as files: pages then work where inline scripts are forbidden. */
const inlineScripts = new Map<string, string>();

const withoutInlineScripts = (html: string): string =>
  html.replaceAll(/<script(?: id="[^"]*")?>([\s\S]+?)<\/script>/gu, (_, code: string) => {
    const name = `inline-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
    inlineScripts.set(name, code);
    return `<script src="${base}assets/${name}"></script>`;
  });

const RECORDS = 'rubrics|frameworks|scales|crosswalks|migrations|applications|quantity-words';

/** Nothing from elsewhere, no inline script, no eval. Styles may stand at elements: colours of code and pictures do. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const guide: DefaultTheme.SidebarItem[] = [
  {
    text: 'Begin',
    items: [
      { text: 'Getting started', link: '/getting-started' },
      { text: 'Gallery', link: '/gallery' },
      { text: 'Glossary', link: '/glossary' },
    ],
  },
  {
    text: 'Judge',
    items: [
      { text: 'Leadership indicators', link: '/indicators' },
      { text: 'Why, and what next', link: '/next-steps' },
      { text: 'Forms', link: '/forms' },
      { text: 'Decision rules', link: '/rules' },
      { text: 'Contribute a rubric', link: '/rubrics' },
      { text: 'The rubrics that come with it', link: '/rubrics-shipped' },
      { text: 'Strategies', link: '/strategies' },
      { text: 'Crosswalk', link: '/crosswalk' },
    ],
  },
  {
    text: 'Award',
    items: [
      { text: 'From judgement to award', link: '/award' },
      { text: 'Progress and portfolios', link: '/portfolio' },
      { text: 'Moderation', link: '/agreement' },
      { text: 'Reports', link: '/reports' },
      { text: 'Pictures', link: '/pictures' },
      { text: 'Rows in and rows out', link: '/rows' },
      { text: 'Rubrics as SQL', link: '/sql' },
      { text: 'Past one machine', link: '/scale' },
    ],
  },
  {
    text: 'Articles',
    items: [
      { text: 'Reading text', link: '/text' },
      { text: 'Related articles', link: '/related-articles' },
      { text: 'Your own pages', link: '/own-pages' },
      { text: 'Measuring a graph', link: '/article-measures' },
      { text: 'Recommending articles', link: '/recommendations' },
    ],
  },
  {
    text: 'The project',
    items: [
      { text: 'Design choices', link: '/design-choices' },
      { text: 'Benchmarks', link: '/benchmarks' },
      { text: 'All results', link: '/bench/results' },
      { text: 'Contributing', link: '/contributing' },
    ],
  },
];

const inMenu = new Set(guide.flatMap(({ items = [] }) => items.map(({ link }) => link)));
const others = contents.written.filter(({ link }) => !inMenu.has(link));
if (others.length > 0) guide.push({ text: 'More', items: others });

const start: DefaultTheme.SidebarItem[] = [
  { text: 'Start', link: '/start/' },
  {
    text: 'I build an app',
    items: [
      { text: '1. Install and judge', link: '/start/app-1-judge' },
      { text: '2. A form', link: '/start/app-2-form' },
      { text: '3. Let answers in', link: '/start/app-3-answers' },
      { text: '4. Say what to do next', link: '/start/app-4-next' },
      { text: '5. A report to print', link: '/start/app-5-report' },
    ],
  },
  {
    text: 'I edit learning articles',
    items: [
      { text: '1. Read the pages', link: '/start/articles-1-read' },
      { text: '2. Find what is broken', link: '/start/articles-2-check' },
      { text: '3. Mend the links', link: '/start/articles-3-mend' },
      { text: '4. Find what to link', link: '/start/articles-4-recommend' },
    ],
  },
  {
    text: 'I write a rubric',
    items: [
      { text: '1. A scale and criteria', link: '/start/rubric-1-record' },
      { text: '2. An outcome', link: '/start/rubric-2-outcome' },
      { text: '3. Check and prove it', link: '/start/rubric-3-prove' },
      { text: '4. Make it part of the library', link: '/start/rubric-4-contribute' },
    ],
  },
];

// A heading that is a link would be two stops of the keyboard: it stands above its group.
const playground: DefaultTheme.SidebarItem[] = [
  { text: 'Playground', link: '/playground/' },
  {
    items: [
      { text: 'Judge', link: '/playground/judge' },
      { text: 'Write a rubric', link: '/playground/write' },
      { text: 'Check articles', link: '/playground/articles' },
      { text: 'Compare raters', link: '/playground/raters' },
    ],
  },
];

const doors = contents.doors.map((door) => ({
  text: door === 'front-door' ? 'stem-leadership' : `/${door}`,
  link: `/reference/${door}`,
}));

export default defineConfig({
  title: 'stem-leadership',
  description:
    'Self-evaluations judged with reasons, awards, and related articles: a TypeScript library for STEM leadership.',
  lang: 'en-GB',
  base,
  outDir: '.vitepress/dist',
  cacheDir: '.vitepress/cache',
  srcExclude: ['examples/**'],
  rewrites: { 'generated/:page(.*)': ':page' },
  cleanUrls: false,
  metaChunk: true,
  // A page fetches what it shows, and the next one when it is asked for.
  router: { prefetchLinks: false },
  ignoreDeadLinks: false,
  ...(hostname === '' ? {} : { sitemap: { hostname } }),
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    config: extendMarkdown,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    nav: [
      { text: 'Start', link: '/start/', activeMatch: '^/start/' },
      { text: 'Guide', link: '/getting-started' },
      { text: 'Rubrics', link: '/rubrics/', activeMatch: '^/rubrics/' },
      { text: 'Playground', link: '/playground/', activeMatch: '^/playground/' },
      { text: 'Reference', link: '/reference/front-door', activeMatch: '^/reference/' },
    ],
    sidebar: {
      '/start/': start,
      '/playground/': playground,
      '/reference/': [{ text: 'Doors', items: doors }],
      '/rubrics/': [
        { text: 'Rubrics', link: '/rubrics/' },
        {
          items: contents.rubrics.map(({ id, label }) => ({ text: label, link: `/rubrics/${id}` })),
        },
      ],
      '/': guide,
    },
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // Reference pages and files shown as code would drown the words of the guide.
        _render: (src, env, md) => {
          const html = md.render(src, env);
          return env.frontmatter?.['search'] === false ? '' : html;
        },
      },
    },
    docFooter: { prev: 'Before', next: 'Next' },
  },
  transformHtml: (html) =>
    withoutInlineScripts(html).replace(
      '<meta charset="utf-8">',
      `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ),
  buildEnd: async (site) => {
    mkdirSync(join(site.outDir, 'assets'), { recursive: true });
    for (const [name, code] of inlineScripts) writeFileSync(join(site.outDir, 'assets', name), code);
    await writeMarkdownPages(site);
  },
  vite: {
    define: { SHIPPED_RUBRICS: JSON.stringify(contents.rubrics) },
    build: { chunkSizeWarningLimit: 2000, target: 'es2022' },
    worker: { format: 'es' },
    resolve: {
      // From the sources: a bundler then takes of each room only what a page uses.
      alias: [
        { find: new RegExp(`^stem-leadership/(${RECORDS})/(.+)$`, 'u'), replacement: `${root}/src/data/$1/$2.ts` },
        { find: /^stem-leadership\/([a-z]+)$/u, replacement: `${root}/src/$1/index.ts` },
      ],
    },
  },
});
