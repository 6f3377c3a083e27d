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
  /** A name with the namespace that it is of. */
  export interface QualifiedName {
    /** Without its prefix. */
    local: string;
    prefix: string;
    /** The namespace; empty for an attribute without a prefix. */
    uri: string;
  }
  export type QualifiedAttribute = QualifiedName & { value: string };
  export type QualifiedTag = QualifiedName & { attributes: Record<string, QualifiedAttribute> };
  /** A parser that knows namespaces. */
  export type QualifyingParser = Omit<SAXParser, 'onopentag'> & { onopentag: (tag: QualifiedTag) => void };
  const sax: {
    parser(strict: boolean, options: { xmlns: true; strictEntities?: boolean }): QualifyingParser;
    parser(strict: boolean, options?: { strictEntities?: boolean }): SAXParser;
  };
  // biome-ignore lint/style/noDefaultExport: the package has no other export.
  export default sax;
}
