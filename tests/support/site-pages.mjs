// A site of generated pages with faults in their related links, the same in every run: for tests and for bench/pages-back.mjs.

/** Numbers from 0 up to, not including, 1 (mulberry32). */
const chances = (seed) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

const SUBJECTS = ['Marine Biology', 'Physics', 'Computer Science', 'Statistics'];
const TOPICS = [
  'tides',
  'waves: long ones',
  '“lift” and drag',
  'kernels # of SVMs',
  "Hooke's law",
  'α-decay',
  '- signs',
  'yes',
];

const titleOf = (n) => `How do ${TOPICS[n % TOPICS.length]} of kind ${n} work?`;
const subjectOf = (n) => SUBJECTS[n % SUBJECTS.length];
const urlOf = (n) => `/learn/${subjectOf(n).toLowerCase().replace(' ', '-')}/questions/page-${n}`;
const linkTo = (n) => ({ id: n, title: titleOf(n), subject: subjectOf(n), url: urlOf(n) });

/** The faults that a link can have, about one in ten. */
const withFault = (link, own, size, chance) => {
  const lot = Math.floor(chance() * 70);
  switch (lot) {
    case 0:
      return linkTo(own);
    case 1:
      return { ...link, title: `${link.title} (old)` };
    case 2:
      return { ...link, subject: 'Physic' };
    case 3:
      return { ...link, id: size + link.id };
    case 4:
      return { ...link, url: `${link.url}-gone` };
    case 5:
      return { id: 3 * size, title: 'Nowhere', subject: 'Physics', url: '/learn/nowhere' };
    case 6:
      return { ...link, id: own };
    default:
      return link;
  }
};

const quoted = (text, manner) => {
  if (manner === 0) return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  if (manner === 1) return `'${text.replaceAll("'", "''")}'`;
  // Plain, where YAML reads it as it is.
  return /: | #|^[-'"]/u.test(text) ? `'${text.replaceAll("'", "''")}'` : text;
};

const entry = (slot, { id, title, subject, url }, style, chance) => {
  const { indent, folds, manner } = style;
  const aside = () => (chance() < 0.1 ? ' # kept' : '');
  const lines = [
    `id: ${id}${aside()}`,
    ...(folds ? ['title: >-', `${indent}${title}`] : [`title: ${quoted(title, manner)}`]),
    `subject: ${quoted(subject, manner)}${aside()}`,
    `url: ${quoted(url, manner)}`,
  ];
  return [`related_article${slot}:${aside()}`, ...lines.map((line) => `${indent}${line}`)];
};

/** The page of number `n` on a site of `size` pages; every tenth has no score and no links, as the later generation of pages. */
const pageOf = (n, size, chance) => {
  const isLater = n % 10 === 9;
  const style = { indent: chance() < 0.8 ? '    ' : '  ', folds: chance() < 0.7, manner: Math.floor(chance() * 3) };
  const related = [];
  if (!isLater) {
    const wanted = Math.floor(chance() * 6);
    for (let i = 0; i < wanted; i++) {
      const near = Math.max(0, Math.min(size - 1, n + Math.floor(chance() * 41) - 20));
      related.push(withFault(linkTo(near), n, size, chance));
    }
    if (wanted > 0 && wanted < 5 && chance() < 0.1) related.push(related[0]);
  }
  // Some lists have a gap in their numbers.
  const skips = chance() < 0.03 ? 1 : 0;
  const title = titleOf(n);
  const folded = (name) => (isLater ? [`${name}: ${quoted(title, 1)}`] : [`${name}: >-`, `    ${title}`]);
  const lines = [
    '---',
    '_schema: default',
    ...(chance() < 0.1 ? ['# written by hand'] : []),
    `id: ${n}`,
    'date: 2025-02-03',
    ...folded('title'),
    ...folded('article_title'),
    'date_format: MMM DD, YYYY',
    'post_on_text: Posted on',
    'seo:',
    `  title: QuickTakes | ${subjectOf(n)}`,
    '  page_description: >-',
    '    In short.',
    '  page_keywords: >-',
    '    one, two',
    'author: QuickTakes',
    ...folded('question'),
    ...(n % 53 === 0 ? ['no_index: True'] : []),
    'answer: >-',
    '    It works as it does.\\n\\nAnd so on.',
    `subject: ${subjectOf(n)}`,
    `file_name: page-${n}.md`,
    `url: ${quoted(urlOf(n), style.manner)}`,
    ...(isLater ? [] : ['score: -1.0']),
    ...related.flatMap((link, at) => [
      ...(chance() < 0.05 ? ['# between'] : []),
      ...entry(at + 1 + (at > 1 ? skips : 0), link, style, chance),
    ]),
    ...(related.length === 0 && !isLater ? [''] : []),
    '---',
    '',
    '&nbsp;',
    ...(chance() < 0.2 ? ['', 'related_article1:', '---'] : []),
  ];
  const end = chance() < 0.2 ? '\r\n' : '\n';
  return `${chance() < 0.1 ? '\uFEFF' : ''}${lines.join(end)}${chance() < 0.5 ? end : ''}`;
};

/** So many pages, each with the path it is kept at and its url. */
export const sitePages = (size, seed = 1) => {
  const chance = chances(seed);
  return Array.from({ length: size }, (_, n) => ({
    path: `page-${n}.md`,
    url: urlOf(n),
    text: pageOf(n, size, chance),
  }));
};

/**
 * Reads pages, checks and mends them, writes them back, and reads them again; `library` has the verbs. Says how many pages there were of
 * each sort; each of `differ`, `left`, `again` and `issues` should be 0.
 */
export const pagesThereAndBack = (pages, library) => {
  const { parseArticle, replaceRelatedLinks, writeRelatedLinks, buildArticleGraph, checkArticleGraph, applyRepairs } =
    library;
  const read = (list) =>
    list.map(({ text }) => {
      const result = parseArticle(text);
      if (!result.ok) throw new Error(`${result.issues[0].message}\n${text}`);
      return result.value;
    });
  const articles = read(pages);
  // No change in, the same bytes out; and the links turned round, and round again, are the page as it was.
  const untouched = pages.filter(({ text }, n) => {
    const links = articles[n].related;
    const turned = links.map((link, at) => ({ ...links[links.length - 1 - at], slot: link.slot }));
    const once = replaceRelatedLinks(text, turned);
    const back = once.ok ? replaceRelatedLinks(once.value, links) : once;
    const same = replaceRelatedLinks(text, links);
    return same.ok && same.value === text && back.ok && back.value === text;
  }).length;
  const unasked = writeRelatedLinks(pages, articles);
  const issues = checkArticleGraph(buildArticleGraph(articles));
  const mended = applyRepairs(articles, issues);
  const written = writeRelatedLinks(pages, mended);
  const texts = new Map(written.pages.map(({ path, text }) => [path, text]));
  const after = pages.map((page) => ({ ...page, text: texts.get(page.path) ?? page.text }));
  const again = read(after);
  const issuesLeft = checkArticleGraph(buildArticleGraph(again));
  const second = writeRelatedLinks(after, applyRepairs(again, issuesLeft));
  const plain = (list) => JSON.stringify(list.map((article) => ({ ...article, related: [] })));
  return {
    pages: pages.length,
    certain: issues.filter(({ repair }) => repair?.certain === true).length,
    written: written.pages.length,
    differ: pages.length - untouched + unasked.pages.length,
    otherFields: plain(again) === plain(articles) ? 0 : 1,
    issues: unasked.issues.length + written.issues.length + second.issues.length,
    left: issuesLeft.filter(({ repair }) => repair?.certain === true).length,
    again: second.pages.length,
  };
};
