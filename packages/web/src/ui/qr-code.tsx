import { encode } from 'uqr';

interface QrCodeProps {
  readonly value: string;
  /** What a reader who cannot see it is told. */
  readonly label: string;
  readonly size?: number;
}

/** A QR code as one path, sharp on paper at any size, with the quiet border that readers need. */
export function QrCode({ value, label, size = 176 }: QrCodeProps) {
  const { data, size: modules } = encode(value, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
