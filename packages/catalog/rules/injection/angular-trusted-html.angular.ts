import { Component } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';

@Component({ selector: 'shop-note', template: '<div [innerHTML]="note"></div>' })
export class NoteComponent {
  note: unknown;

  constructor(private readonly sanitizer: DomSanitizer) {}

  show(text: string, url: string): void {
    // ruleid: angular-trusted-html
    this.note = this.sanitizer.bypassSecurityTrustHtml(text);
    // ruleid: angular-trusted-html
    this.note = this.sanitizer.bypassSecurityTrustResourceUrl(url);
  }

  safe(text: string): void {
    // ok: angular-trusted-html
    this.note = text;
    // ok: angular-trusted-html
    this.note = this.sanitizer.bypassSecurityTrustHtml('<hr>');
    // ok: angular-trusted-html
    this.note = this.sanitizer.sanitize(1, text);
  }
}
