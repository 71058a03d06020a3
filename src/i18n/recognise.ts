import zhRecognise from './zh-CN/recognise.json';
import enRecognise from './en-US/recognise.json';
import { addTexts } from '.';

/* Texts of what was recognised: a page needs them once somebody looks at the data. */
addTexts('recognise', { 'zh-CN': zhRecognise, 'en-US': enRecognise });
