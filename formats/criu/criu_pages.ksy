meta:
  id: criu_pages
  title: Page contents of CRIU images
  application: CRIU
  license: CC0-1.0
  ks-version: 0.11
doc: |
  pages-N.img: the pages of the present entries of one pagemap, in its order, without any frame. A command never
  reads it this way, pages are payloads; the specification is for other readers. Page size is 4096 on x86 and
  most others, up to 65536 on arm64 and ppc64.
params:
  - id: len_page
    type: u4
seq:
  - id: pages
    size: len_page
    repeat: eos
