import type { XmlElement } from '../xml/xml.ts';

/**
 * Whether a case stands for a whole file or package that could not run, where tools add one that they do not count:
 * gotestsum names it "TestMain" without a class.
 */
export function standsIn({ attributes }: XmlElement): boolean {
  return attributes['name'] === 'TestMain' && attributes['classname'] === '';
}
