import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { initialLocale } from './messages/locale.tsx';
import { loadMessages } from './messages/messages.ts';

const locale = initialLocale();
const messages = await loadMessages(locale);
createRoot(document.getElementById('root')!).render(<App first={{ locale, messages }} />);
