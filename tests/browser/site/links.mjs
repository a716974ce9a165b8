// Links of the built site, read from its files: each leads to a file below the base of the site; llms.txt and the map of the site likewise.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { base, hostname } from '../../../docs/.vitepress/address.mjs';
import { dist, expect, say } from './frame.mjs';

const isFile = (path) => statSync(join(dist, path), { throwIfNoEntry: false })?.isFile() === true;
const fileOf = (path) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Whether an address of the site has a file; those of other places and of the page itself are not looked at. */
const leads = (address, from) => {
  const site = hostname === '' ? 'http://site.invalid/' : hostname;
  const { origin, pathname } = new URL(address, new URL(`${base}${from}`, site));
  if (origin !== new URL(site).origin) return true;
  return pathname.startsWith(base) && isFile(fileOf(decodeURIComponent(pathname.slice(base.length))));
};

export const linksLead = (pages) => {
  let count = 0;
  for (const page of pages) {
    const html = readFileSync(join(dist, page), 'utf8');
    for (const [, address] of html.matchAll(/<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="([^"#][^"]*)"/gu)) {
      count++;
      if (!leads(address.replaceAll('&amp;', '&'), page)) say(page, `the link “${address}” leads nowhere`);
    }
  }
  const list = readFileSync(join(dist, 'llms.txt'), 'utf8');
  const listed = [...list.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, address]) => address);
  for (const address of listed) if (!leads(address, 'llms.txt')) say('llms.txt', `the link “${address}” leads nowhere`);
  expect('llms.txt', 'it lists every page but the first', listed.length >= pages.length - 1, [
    listed.length,
    pages.length,
  ]);
  const map = readdirSync(dist).includes('sitemap.xml') ? readFileSync(join(dist, 'sitemap.xml'), 'utf8') : '';
  const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, address]) => address);
  expect('sitemap.xml', 'there is one where the address of the site is known', (map !== '') === (hostname !== ''));
  for (const address of places) {
    if (!address.startsWith(hostname) || !leads(address, '')) say('sitemap.xml', `“${address}” leads nowhere`);
  }
  if (hostname !== '') expect('sitemap.xml', 'it lists every page', places.length >= pages.length, places.length);
  console.log(
    `${count} links of ${pages.length} pages, ${listed.length} of llms.txt, ${places.length} of the map of the site`,
  );
};
