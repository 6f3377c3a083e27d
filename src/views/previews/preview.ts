import { previewPath, releaseFilePath } from '../paths.ts';
import { TEXTS } from '../texts.ts';
import { dayOf } from '../time-view.ts';

/** What is shown beside a link to a page elsewhere (https://ogp.me). */
export interface Preview {
  /** Address of its picture. */
  image: string;
  /** What the picture says. */
  alt: string;
  /** When what the page tells of came out; null for pages that are always there. */
  published: string | null;
}

/** Beside links to a release. */
export function releasePreview(
  product: { id: string; name: string },
  release: { version: string; date: string },
): Preview {
  return {
    image: releaseFilePath(product.id, release.version, 'preview.png'),
    alt: TEXTS.preview.ofRelease(product.name, release.version, dayOf(release.date).shown),
    published: release.date,
  };
}

/** Beside links to a product's other pages. */
export function productPreview({ id, name }: { id: string; name: string }): Preview {
  return { image: previewPath(id), alt: TEXTS.preview.ofProduct(name), published: null };
}

/** Beside links to pages of no single product. */
export function sitePreview(site: string): Preview {
  return { image: previewPath(null), alt: site, published: null };
}
