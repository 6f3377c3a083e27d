const HEAD = 22;

/** A PNG picture of less than 256 pixels a side as an ICO file, which some ask for without looking at the page. */
export function encodeIco(png: Uint8Array, size: number, bits = 4): Uint8Array<ArrayBuffer> {
  const head = new DataView(new ArrayBuffer(HEAD));
  head.setUint16(2, 1, true);
  head.setUint16(4, 1, true);
  head.setUint8(6, size);
  head.setUint8(7, size);
  head.setUint16(10, 1, true);
  head.setUint16(12, bits, true);
  head.setUint32(14, png.length, true);
  head.setUint32(18, HEAD, true);
  const file = new Uint8Array(HEAD + png.length);
  file.set(new Uint8Array(head.buffer));
  file.set(png, HEAD);
  return file;
}
