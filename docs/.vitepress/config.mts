import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { base, hostname } from './address.mjs';
import { extendMarkdown } from './markdown.mjs';
import { writeMarkdownPages } from './pages/markdown-output.mjs';
import { rubricSidebar } from './pages/sidebars.mjs';

/** Scripts that VitePress writes into each page, by their name as files: pages then work where inline scripts are forbidden. */
const inlineScripts = new Map<string, string>();

const withoutInlineScripts = (html: string): string =>
  html.replaceAll(/<script(?: id="[^"]*")?>([\s\S]+?)<\/script>/gu, (_, code: string) => {
    const name = `inline-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
    inlineScripts.set(name, code);
    return `<script src="${base}assets/${name}"></script>`;
  });

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
  ignoreDeadLinks: false,
  ...(hostname === '' ? {} : { sitemap: { hostname } }),
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: {
    config: extendMarkdown,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    nav: [
      { text: 'Guide', link: '/getting-started', activeMatch: '^/(getting-started|indicators)' },
      { text: 'Reference', link: '/contributing' },
    ],
    sidebar: { '/': guide },
    outline: [2, 3],
    search: {
      provider: 'local',
      options: {
        // Reference pages and files shown as code would drown the words of the guide.
        _render: (src, env, md) => (env.frontmatter?.search === false ? '' : md.render(src, env)),
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
  vite: { build: { chunkSizeWarningLimit: 2000 } },
});
