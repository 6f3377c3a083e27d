import { startFind } from './find/start-find.ts';

startFind();
