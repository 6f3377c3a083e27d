/** The part of sax (https://github.com/isaacs/sax-js) that is used here; the package brings no types. */
declare module 'sax' {
  export interface SAXParser {
    /** Counted from 0. */
    line: number;
    /** The character that was read last. */
    c: string;
    /** The value of the attribute that is being read. */
    attribValue: string;
    /** Where the lengths of what is being read are checked next. */
    bufferCheckPosition: number;
    /** The reference that is being read, as "amp" or "#27". */
    entity: string;
    /** Set with every call of `onerror`; while it is set, nothing more is read. */
    error: Error | null;
    sawRoot: boolean;
    onerror: (error: Error) => void;
    ondoctype: (declaration: string) => void;
    onopentagstart: (tag: { name: string }) => void;
    onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
    onclosetag: (name: string) => void;
    ontext: (text: string) => void;
    oncdata: (text: string) => void;
    write(chunk: string): SAXParser;
    flush(): void;
    close(): SAXParser;
  }
  const sax: { parser(strict: boolean, options?: { strictEntities?: boolean }): SAXParser };
  // biome-ignore lint/style/noDefaultExport: the package has no other export.
  export default sax;
}
