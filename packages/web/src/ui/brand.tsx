import styles from './brand.module.css';

/** The roof that rests on a post. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg aria-hidden="true" width="30" height="30" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="8" fill="currentColor" />
        <path
          d="M7 12.5 16 7l9 5.5M16 8v17M10 25h12"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      Tirek
    </span>
  );
}
