import { useText } from '../text/language.tsx';
import styles from './or-line.module.css';

/** Between two ways to the same end. */
export function OrLine() {
  return <div className={styles.line}>{useText('ui')('or')}</div>;
}
