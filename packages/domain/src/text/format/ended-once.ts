/** A sentence that ends in a shortened word, as a Russian year does, has its stop already. */
export const endedOnce = (sentence: string): string => sentence.replace(/\.\.$/, '.');
