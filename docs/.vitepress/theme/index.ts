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

/** The first page of the default theme has no main part for screen readers to jump to. */
const markMain = (): void => {
  const content = document.querySelector('#VPContent');
  if (content?.querySelector('main') === null) content.setAttribute('role', 'main');
  else content?.removeAttribute('role');
};

const loading = defineComponent({ render: () => h('p', { role: 'status' }, 'Loading the library …') });

export default {
  extends: DefaultTheme,
  setup() {
    const route = useRoute();
    onMounted(markMain);
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
