// Where the site will stand: the one setting. Unset, it is made for the root of any server and names no address.
// DOCS_ADDRESS=https://example.org/stem/ npm run docs
const address = process.env.DOCS_ADDRESS ?? '';
const url = address === '' ? undefined : new URL(address.endsWith('/') ? address : `${address}/`);

export const hostname = url?.href ?? '';
export const base = url?.pathname ?? '/';
