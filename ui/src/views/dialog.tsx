import { X } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Heading,
  Modal,
  ModalOverlay,
  Dialog as PlainDialog,
} from "react-aria-components";
import { say } from "./say";

interface DialogProps {
  readonly heading: string;
  readonly onClose: () => void;
  /** For what stands side by side. */
  readonly size?: "wide";
  readonly children: ReactNode;
}

/** A dialog over the window; Esc, the cross and a press beside it close it. */
export function Dialog({ heading, onClose, size, children }: DialogProps) {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={size ? `modal ${size}` : "modal"}>
        <PlainDialog className="dialog">
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {heading}
            </Heading>
            <Button className="icon-button" aria-label={say("action-close")} onPress={onClose}>
              <X aria-hidden size="1.125rem" />
            </Button>
          </div>
          {children}
        </PlainDialog>
      </Modal>
    </ModalOverlay>
  );
}
