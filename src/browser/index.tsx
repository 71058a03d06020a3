import './page.css';
import '../taskpane/starting.css';
import '../i18n/browser';
import { createRoot } from 'react-dom/client';
import { registerIcons } from '../taskpane/icons';
import { App } from './components/App';
import { Desk } from './desk';
import { rememberedLocale } from './preferences';
import { openSample } from './sample';

registerIcons();

const startWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { name: 'scoring' });
const desk = new Desk(startWorker, rememberedLocale());
createRoot(document.getElementById('root')!).render(<App desk={desk} />);
void openSample(desk);
