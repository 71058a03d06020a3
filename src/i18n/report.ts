import zhReport from './zh-CN/report.json';
import enReport from './en-US/report.json';
import { addTexts } from '.';

/* Texts of the result sheets: a page takes the names of the kinds of gaps from them. */
addTexts('report', { 'zh-CN': zhReport, 'en-US': enReport });
