// The default theme without its web font: everything comes from this site, and a system's own letters are read best. Pages of the
// playground are fetched when one is opened.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { useRoute } from 'vitepress';
import { defineAsyncComponent, defineComponent, h, nextTick, onMounted, watch } from 'vue';
import './style.css';

const pages = {
  JudgePage: () => import('../playground/JudgePage.vue'),
  WritePage: () => import('../playground/WritePage.vue'),
  ArticlesPage: () => import('../playground/ArticlesPage.vue'),
  RatersPage: () => import('../playground/RatersPage.vue'),
};

/** The first page of the default theme has no main part for screen readers to jump to, and its cards, links around an article, get no name. */
const markMain = (): void => {
  const content = document.querySelector('#VPContent');
  if (content?.querySelector('main') === null) content.setAttribute('role', 'main');
  else content?.removeAttribute('role');
  for (const card of document.querySelectorAll('a.VPFeature > article')) card.setAttribute('role', 'none');
};

/** The search box takes the focus along when it closes: it goes back to where it was before, or to the button of the search. */
const returnFromSearch = (): void => {
  const BOX = '.VPLocalSearchBox';
  let before: HTMLElement | null = null;
  document.addEventListener('focusin', ({ target, relatedTarget }) => {
    const from = relatedTarget as HTMLElement | null;
    if ((target as Element).closest(BOX) && !from?.closest(BOX)) before = from;
  });
  new MutationObserver((changes) => {
    const isClosed = changes.some(({ removedNodes }) =>
      [...removedNodes].some((node) => node instanceof Element && node.matches(BOX)),
    );
    if (!isClosed || document.activeElement !== document.body) return;
    const back = before?.isConnected ? before : document.querySelector<HTMLElement>('#local-search button');
    back?.focus({ preventScroll: true });
  }).observe(document.body, { childList: true });
};

const loading = defineComponent({ render: () => h('p', { role: 'status' }, 'Loading the library …') });

export default {
  extends: DefaultTheme,
  setup() {
    const route = useRoute();
    onMounted(markMain);
    onMounted(returnFromSearch);
    watch(
      () => route.path,
      () => nextTick(markMain),
      { flush: 'post' },
    );
  },
  enhanceApp({ app }: { app: { component: (name: string, component: object) => unknown } }) {
    for (const [name, loader] of Object.entries(pages)) {
      app.component(name, defineAsyncComponent({ loader, loadingComponent: loading, delay: 100 }));
    }
  },
};
