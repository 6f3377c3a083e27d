import { tellDistances } from './tell-distance.ts';

// Comfort only: the board is whole without this file.
tellDistances();
