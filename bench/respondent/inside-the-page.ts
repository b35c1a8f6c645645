/** What is measured inside of the page, by its own clock: milliseconds since the navigation began. */
export interface Measured {
  /** The last byte of the page had arrived. */
  readonly arrivedAt: number;
  /** The script stood behind the buttons; 0 until then. */
  readonly usableAt: number;
  /** Answers the question with its first choice or a number: milliseconds from the tap to the end of the write, or null where nothing is to be answered. */
  answer(): Promise<number | null>;
  /** Milliseconds from the tap on "next" to the next question's first frame. */
  goOn(): Promise<number>;
}

/** Runs before the page's own script. */
export const INSIDE_THE_PAGE = () => {
  let usableAt = 0;
  let writes: (() => void)[] = [];

  new MutationObserver((_, observer) => {
    if (document.querySelector('.page:not(.plain-form)')) {
      usableAt = performance.now();
      observer.disconnect();
    }
  }).observe(document, { childList: true, subtree: true });

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...args) {
    const made = transaction.apply(this, args);
    if (made.mode === 'readwrite') {
      made.addEventListener('complete', () => {
        const told = writes;
        writes = [];
        for (const tell of told) tell();
      });
    }
    return made;
  };

  const nextWrite = () => new Promise<void>((resolve) => writes.push(resolve));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const screen = () =>
    `${document.querySelector('.progress span')?.textContent} ${document.querySelector('h1')?.textContent}`;

  async function answer(): Promise<number | null> {
    const choice = document.querySelector<HTMLInputElement>('.choices:not(.reasons) input');
    const number = document.querySelector<HTMLInputElement>('.number input');
    const start = performance.now();
    const written = nextWrite();
    if (choice) choice.click();
    else if (number) {
      number.value = document.querySelector('.progress span')?.textContent?.startsWith('1 ')
        ? '34'
        : '2';
      number.dispatchEvent(new Event('input', { bubbles: true }));
    } else return null;
    await written;
    return performance.now() - start;
  }

  async function goOn(): Promise<number> {
    const before = screen();
    const start = performance.now();
    document.querySelector<HTMLElement>('.bar button[type=submit]')?.click();
    while (screen() === before) {
      // A warning is said once; a second tap lets it stand.
      if (document.querySelector('.question .warning')) {
        document.querySelector<HTMLElement>('.bar button[type=submit]')?.click();
      }
      await frame();
    }
    await frame();
    return performance.now() - start;
  }

  Object.defineProperty(window, 'measured', {
    value: {
      get usableAt() {
        return usableAt;
      },
      get arrivedAt() {
        const [navigation] = performance.getEntriesByType('navigation');
        return (navigation as PerformanceNavigationTiming).responseEnd;
      },
      answer,
      goOn,
    },
  });
};
