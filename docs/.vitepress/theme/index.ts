// The default theme without its web font: everything comes from this site, and a system's own letters are read best.
import DefaultTheme from 'vitepress/theme-without-fonts';
import './style.css';

export default DefaultTheme;
