import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type ButtonAnchorProps = ButtonProps &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps> & {
    ref?: Ref<HTMLAnchorElement>;
  };

const ButtonAnchor = (props: ButtonAnchorProps) => <Button component="a" {...props} />;

/** A link that looks like a button: it goes somewhere, it does nothing. */
export const ButtonLink = createLink(ButtonAnchor);
