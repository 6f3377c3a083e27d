import { startSample } from './population/start-sample.ts';

// Comfort only: the page tells how to draw the same sample without this file.
startSample();
