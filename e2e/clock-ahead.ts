// Loaded before the program where a journey goes on weeks later: the day is another one, and nothing else.
const ahead = Number(process.env.DAYS_AHEAD ?? 0) * 86_400_000;
const Real = globalThis.Date;

globalThis.Date = new Proxy(Real, {
  construct: (target, given, asked) =>
    Reflect.construct(target, given.length === 0 ? [Real.now() + ahead] : given, asked),
  get: (target, name) =>
    name === 'now' ? () => Real.now() + ahead : Reflect.get(target, name, target),
});
