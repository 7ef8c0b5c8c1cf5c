-- What happens at startup: one command is defined, one server is enabled. All else is loaded when it is used.

if vim.g.loaded_masthead then
  return
end
vim.g.loaded_masthead = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify('Masthead needs Neovim 0.11 or newer.', vim.log.levels.ERROR)
  return
end

vim.api.nvim_create_user_command('Masthead', function(given)
  require('masthead.command').run(given.args)
end, {
  nargs = '*',
  complete = function(lead, line)
    return require('masthead.command').complete(lead, line)
  end,
  desc = 'Masthead: who | where | names | restart | log',
})

if vim.g.masthead_enabled ~= false then
  vim.lsp.enable('masthead')
end
