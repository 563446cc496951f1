import type { GuideElement, GuideElements } from "../knowledge/guide-elements.js";
import type { StoredChunk } from "../store/documents.js";
import { headingsOf } from "../text/heading-path.js";

/**
 * The chunk of a service guide that holds what a question asks for. A guide is found by what it is about, which its name and introduction
 * say best; what is wanted of it is known from the question.
 * @returns null when the question asks for no element, or the guide has none of those
 */
export function askedElement(chunks: readonly StoredChunk[], question: string, elements: GuideElements): StoredChunk | null {
  for (const asked of elements.asked(question)) {
    const chunk = chunkOf(chunks, asked, elements) ?? chunkOf(chunks, elements.within(asked), elements);
    if (chunk) return chunk;
  }
  return null;
}

/** The elements that a chunk belongs to, by its own heading or one above it. */
export function elementsOfChunk(chunk: Pick<StoredChunk, "heading" | "chapter">, elements: GuideElements): readonly GuideElement[] {
  const own = elements.in(chunk.heading ?? "");
  return own.length > 0 ? own : headingsOf(chunk.chapter ?? "").flatMap((heading) => elements.in(heading));
}

function chunkOf(chunks: readonly StoredChunk[], element: GuideElement | null, elements: GuideElements): StoredChunk | null {
  return chunks.find((chunk) => element !== null && elementsOfChunk(chunk, elements).includes(element)) ?? null;
}
