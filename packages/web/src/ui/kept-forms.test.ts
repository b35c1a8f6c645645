import { describe, expect, it } from 'vitest';
import { keptForms as keptFormsOn, type SealedPlace } from './kept-forms.ts';

/** The storage of a tab; `isFull` refuses to write, as a browser does. */
function tabStorage(isFull = false): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (place) => [...kept.keys()][place] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (isFull) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}

/** A device that keeps what it is given as soon as `settle` is called. */
function sealedDevice() {
  const kept = new Map<string, unknown>();
  const coming = new Map<string, unknown>();
  const listeners: (() => void)[] = [];
  const device: SealedPlace = {
    keep: (key, values) => void coming.set(key, values),
    drop(key) {
      kept.delete(key);
      coming.delete(key);
    },
    isKept: (key) => kept.has(key) && !coming.has(key),
    subscribe: (listener) => void listeners.push(listener),
  };
  const settle = () => {
    for (const [key, values] of coming) kept.set(key, values);
    coming.clear();
    for (const listener of listeners) listener();
  };
  return { device, kept, settle };
}
const keptForms = (tab: Storage, { device } = sealedDevice()) => keptFormsOn(tab, device);

describe('what people have typed', () => {
  it('is still there when Dana comes back to the page', () => {
    const forms = keptForms(tabStorage());
    forms.keep('invite', { displayName: 'Айгүл' });
    expect(forms.read('invite')).toEqual({ displayName: 'Айгүл' });
  });

  it('survives a reload of the tab when it tells nothing of a person', () => {
    const tab = tabStorage();
    keptForms(tab).keep('campaign.new', { title: 'Отбасыңыз қалай?' }, 'tab');
    expect(keptForms(tab).read('campaign.new')).toEqual({ title: 'Отбасыңыз қалай?' });
  });

  it('goes sealed to the device where it is about a person, and is safe once it lies there', () => {
    const [tab, place] = [tabStorage(), sealedDevice()];
    const forms = keptForms(tab, place);
    forms.keep('note', { text: 'Үйіне бардым' }, 'device');
    expect([tab.length, forms.isSafe('note'), forms.wouldLoseText()]).toEqual([0, false, true]);
    place.settle();
    expect([forms.isSafe('note'), forms.wouldLoseText()]).toEqual([true, false]);
    forms.drop('note');
    expect(place.kept.size).toBe(0);
  });

  it('comes back from the device, where nothing newer was typed meanwhile', () => {
    const forms = keptForms(tabStorage());
    forms.keep('note', { text: 'жаңа' }, 'device');
    forms.found([
      { key: 'note', values: { text: 'ескі' } },
      { key: 'need', values: { text: 'Куәлік жоқ' } },
    ]);
    expect([forms.read('note'), forms.read('need')]).toEqual([
      { text: 'жаңа' },
      { text: 'Куәлік жоқ' },
    ]);
  });

  it('stays sealed on the device, and is in nobody else’s pages, when somebody else sits down', () => {
    const place = sealedDevice();
    const forms = keptForms(tabStorage(), place);
    forms.keep('note', { text: 'Үйіне бардым' }, 'device');
    place.settle();
    forms.dropAll();
    expect([forms.read('note'), place.kept.size]).toEqual([undefined, 1]);
  });

  it('never touches the disk otherwise, and then warns before the tab is closed', () => {
    const tab = tabStorage();
    const forms = keptForms(tab);
    forms.keep('invite', { displayName: 'Айгүл' });
    expect(tab.length).toBe(0);
    expect(forms.wouldLoseText()).toBe(true);
    forms.drop('invite');
    expect(forms.wouldLoseText()).toBe(false);
  });

  it('needs no warning for what a reload gives back', () => {
    const forms = keptForms(tabStorage());
    forms.keep('campaign.new', { title: 'x' }, 'tab');
    expect(forms.wouldLoseText()).toBe(false);
  });

  it('stays in memory, with a warning, when the storage is full', () => {
    const forms = keptForms(tabStorage(true));
    forms.keep('campaign.new', { title: 'x' }, 'tab');
    expect(forms.read('campaign.new')).toEqual({ title: 'x' });
    expect(forms.wouldLoseText()).toBe(true);
  });

  it('is gone when somebody else sits down', () => {
    const tab = tabStorage();
    tab.setItem('something.else', 'stays');
    const forms = keptForms(tab);
    forms.keep('invite', { displayName: 'Айгүл' });
    forms.keep('campaign.new', { title: 'x' }, 'tab');
    forms.dropAll();
    expect(forms.read('invite')).toBeUndefined();
    expect(forms.read('campaign.new')).toBeUndefined();
    expect(tab.length).toBe(1);
  });

  it('tells the page of every change', () => {
    const forms = keptForms(tabStorage());
    let changes = 0;
    const stop = forms.subscribe(() => {
      changes += 1;
    });
    forms.keep('invite', {});
    stop();
    forms.keep('invite', {});
    expect(changes).toBe(1);
  });
});
