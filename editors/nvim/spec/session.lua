-- A little of everything in a small folder, from opening to quitting: what `editors/record.py` records.

local CATALOG = [==[
as-of = 2026-06-03

[[entity]]
id = "harbor-trust"
kind = "organization"
name = "Harbor Trust"
avoid = [
  { form = "Harbour Trust", note = "the trust spells it the American way" },
]
about = "Owns the harbor."

[[entity]]
id = "nordic-line"
kind = "organization"
name = "Nordic Line"
about = "Runs the ferries."
]==]

return {
  {
    name = 'a short session',
    with = {
      empty = true,
      files = {
        ['masthead.toml'] = '[catalog]\nstarter = false\n',
        ['catalog/desk.toml'] = CATALOG,
        ['boats.md'] = '# New boats\n\nNordic Line has ordered boats, its owner Harbor Trust said.\n',
        ['pier.md'] = '# A new pier\n\n😀 Harbor Trust (하버) will build a pier for Nordic Line, it said.\n',
      },
    },
    check = function(child)
      child:open('pier.md')
      child:type('GoThe 하버 of Harbour Trust<Esc>')
      child:finding('avoided-name')
      child:type('u')
      child:no_finding('avoided-name')
      child:type('<C-r>')
      child:finding('avoided-name')
      child:go_to('Harbour Trust')
      child:type('gra')
      child:answer('1<CR>')
      child:no_finding('avoided-name')
      child:go_to('Nordic Line')
      child:type('K')
      assert(child:float():find('Runs the ferries', 1, true))
      child:type('<C-]>')
      child:type('grr')
      child:wait('places', [[return #vim.fn.getqflist() == 2]])
      child:command('cclose')
      child:lua([[vim.lsp.buf.document_symbol()]])
      child:wait('outline', [[return #vim.fn.getloclist(0) > 0]])
      child:command('lclose')
      child:go_to('Nordic Line')
      child:type('grn')
      child:answer('<C-u>Northern Line<CR>')
      child:wait('new name', [[return vim.fn.search('Northern Line', 'cw') > 0]])
      child:command('wall')
      child:open('boats.md')
      assert(child:text():find('Northern Line has ordered', 1, true))
      child:command('bdelete')
      child:quit()
    end,
  },
}
