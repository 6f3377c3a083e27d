import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { Fault } from '../../../src/records/index.ts';
import type { Fetch } from './client.ts';
import { limitIn } from './limits.ts';
import { readLines } from './lines.ts';

/**
 * A line of a recording, a text file with one JSON object a line: what was asked and what came back. Of the request
 * only its body is kept, so that no token is.
 */
interface RecordedAnswer {
  /** Digest of the request's body. */
  request: string;
  query: string;
  variables?: unknown;
  /** HTTP status; 0 where no answer came. */
  status: number;
  response?: unknown;
}

/** First line of a recording: what it is, for whoever finds it. */
const HEAD = { recording: 'release-ledger/github', version: 1 };

/** Answers come from the network and are kept in a file, which is there whole once it is closed. */
export interface Recorder {
  fetch: Fetch;
  /** Gives the recording its name; takes it away where the harvest did not come to its end. */
  close(whole: boolean): void;
}

/** Keeps every answer, and every failure that made the next request a smaller one. Limits are not kept. */
export function recordAnswers(file: string, fetch: Fetch): Recorder {
  const draft = `${file}.part`;
  const handle = openDraft(draft);
  const keep = (value: object): void => void fs.writeSync(handle, `${JSON.stringify(value)}\n`);
  keep(HEAD);
  return {
    async fetch(address, request) {
      try {
        const answer = await fetch(address, request);
        const text = await answer.text();
        if (!isLimit(answer.status, text)) keep(recorded(request, answer.status, jsonOf(text)));
        return new Response(text, { status: answer.status, headers: answer.headers });
      } catch (error) {
        keep(recorded(request, 0));
        throw error;
      }
    },
    close(whole) {
      fs.closeSync(handle);
      if (whole) fs.renameSync(draft, file);
      else fs.rmSync(draft, { force: true });
    },
  };
}

function openDraft(draft: string): number {
  try {
    return fs.openSync(draft, 'w');
  } catch (cause) {
    throw new Fault(`the recording ${draft} cannot be written`, { cause });
  }
}

function recorded(request: RequestInit, status: number, response?: unknown): RecordedAnswer {
  const { query, variables } = JSON.parse(String(request.body)) as Pick<
    RecordedAnswer,
    'query' | 'variables'
  >;
  return { request: digestOf(request), query, variables, status, response };
}

/** Waiting a limit out once more helps nobody who replays it. */
function isLimit(status: number, text: string): boolean {
  return status === 401 || status === 403 || status === 429 || limitIn(status, text) !== null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Answers come from a recording. Throws a Fault for one that is none, or that lacks an answer. */
export function replayAnswers(file: string): Fetch {
  const places = indexRecording(file);
  const handle = fs.openSync(file, 'r');
  return async (_address, request) => {
    const place = places.get(digestOf(request))?.shift();
    if (place === undefined)
      throw new Fault(`the recording ${file} does not hold all that this harvest asks for`, {
        hint: 'The repositories or the policy have changed since. Replay it on them as they were, or harvest online.',
      });
    const { status, response } = readAnswer(handle, place);
    if (status === 0) throw new TypeError('fetch failed');
    return Response.json(response, { status });
  };
}

interface Place {
  offset: number;
  length: number;
}

function readAnswer(handle: number, { offset, length }: Place): RecordedAnswer {
  const bytes = Buffer.alloc(length);
  fs.readSync(handle, bytes, 0, length, offset);
  return JSON.parse(bytes.toString('utf8')) as RecordedAnswer;
}

/** The same request may have been answered more than once, in this order. */
function indexRecording(file: string): Map<string, Place[]> {
  const places = new Map<string, Place[]>();
  let known = false;
  for (const { text, offset, length, line } of readLines(file)) {
    const value = parseLine(text, file, line);
    if (line === 1) known = value.recording === HEAD.recording && value.version === HEAD.version;
    else if (known && typeof value.request === 'string')
      places.set(value.request, [...(places.get(value.request) ?? []), { offset, length }]);
  }
  if (!known) throw new Fault('this is no recording of a harvest', { place: { file, line: 1 } });
  return places;
}

function parseLine(text: string, file: string, line: number): Partial<RecordedAnswer> & Partial<typeof HEAD> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (cause) {
    throw new Fault('the recording is damaged: this line is no JSON', { place: { file, line }, cause });
  }
}

function digestOf(request: RequestInit): string {
  return createHash('sha256').update(String(request.body)).digest('hex');
}
