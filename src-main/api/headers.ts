import { NONCE, secureHeaders } from 'hono/secure-headers';

const self = ["'self'"];
const none = ["'none'"];

/**
 * The headers of every answer. The page may run and load what this program serves and nothing else: no inline script, no
 * `eval`, no frame, no other origin. Inline style is allowed only with the answer's own nonce; React and ProseMirror set
 * styles through the object model, which the policy leaves alone.
 */
export function safeHeaders() {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: ["'self'", NONCE],
      fontSrc: self,
      imgSrc: ["'self'", 'data:'],
      connectSrc: self,
      baseUri: none,
      formAction: none,
      frameAncestors: none,
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    // There is no TLS on a loopback address or a scheme of our own.
    strictTransportSecurity: false,
    permissionsPolicy: {
      accelerometer: [],
      camera: [],
      displayCapture: [],
      fullscreen: ['self'],
      clipboardRead: [],
      clipboardWrite: ['self'],
      geolocation: [],
      gyroscope: [],
      hid: [],
      idleDetection: [],
      localFonts: [],
      microphone: [],
      midi: [],
      payment: [],
      serial: [],
      usb: [],
    },
  });
}
