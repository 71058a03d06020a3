import zhBrowser from './zh-CN/browser.json';
import enBrowser from './en-US/browser.json';
import { addTexts } from '.';

/* Texts of the browser edition. */
addTexts('browser', { 'zh-CN': zhBrowser, 'en-US': enBrowser });
