// The default theme without its web font: everything comes from this site, and a system's own letters are read best. Pages of the
// playground are fetched when one is opened.
import DefaultTheme from 'vitepress/theme-without-fonts';
import { defineAsyncComponent, defineComponent, h } from 'vue';
import './style.css';

const pages = {
  JudgePage: () => import('../playground/JudgePage.vue'),
  WritePage: () => import('../playground/WritePage.vue'),
  ArticlesPage: () => import('../playground/ArticlesPage.vue'),
  RatersPage: () => import('../playground/RatersPage.vue'),
};

const loading = defineComponent({ render: () => h('p', { role: 'status' }, 'Loading the library …') });

export default {
  extends: DefaultTheme,
  enhanceApp({ app }: { app: { component: (name: string, component: object) => unknown } }) {
    for (const [name, loader] of Object.entries(pages)) {
      app.component(name, defineAsyncComponent({ loader, loadingComponent: loading, delay: 100 }));
    }
  },
};
