import zhApp from './zh-CN/app.json';
import zhDocuments from './zh-CN/documents.json';
import zhFindings from './zh-CN/findings.json';
import zhRules from './zh-CN/rules.json';
import zhScore from './zh-CN/score.json';
import zhTemplates from './zh-CN/templates.json';
import zhCli from './zh-CN/cli.json';
import enApp from './en-US/app.json';
import enDocuments from './en-US/documents.json';
import enFindings from './en-US/findings.json';
import enRules from './en-US/rules.json';
import enScore from './en-US/score.json';
import enTemplates from './en-US/templates.json';
import enCli from './en-US/cli.json';
import './browser';
import './recognise';
import './report';
import { addTexts } from '.';

/*
 * Texts of the rooms that work out of sight: a page leaves them to its worker and starts sooner. Whatever scores
 * imports this file: the workers, the command line, the tests.
 */
addTexts('app', { 'zh-CN': zhApp, 'en-US': enApp });
addTexts('documents', { 'zh-CN': zhDocuments, 'en-US': enDocuments });
addTexts('findings', { 'zh-CN': zhFindings, 'en-US': enFindings });
addTexts('rules', { 'zh-CN': zhRules, 'en-US': enRules });
addTexts('score', { 'zh-CN': zhScore, 'en-US': enScore });
addTexts('templates', { 'zh-CN': zhTemplates, 'en-US': enTemplates });
addTexts('cli', { 'zh-CN': zhCli, 'en-US': enCli });
