-- How Neovim starts the server and for what. `vim.lsp.config('masthead', { … })` changes any of it.

--- Takes a text up once it has a name: without one Neovim would not find it again by what the server calls it.
---@param bufnr integer
local function wait_for_name(bufnr)
  -- For all buffers, as autocommands of the buffer alone go when it gets its name.
  vim.api.nvim_create_autocmd({ 'BufFilePost', 'BufWritePost' }, {
    callback = function(event)
      if event.buf ~= bufnr then
        return false
      end
      if vim.lsp.is_enabled('masthead') then
        vim.lsp.enable('masthead')
      end
      return true
    end,
  })
end

---@type vim.lsp.Config
return {
  cmd = function(dispatchers, config)
    local program, problem = require('masthead.binary').find()
    if not program then
      error(problem, 0)
    end
    local settings = { cwd = config.cmd_cwd, env = config.cmd_env, detached = config.detached }
    return vim.lsp.rpc.start({ program.path, 'lsp' }, dispatchers, settings)
  end,
  -- TOML is what settings and catalogs are written in: mistakes there are found as they are typed, too.
  filetypes = { 'markdown', 'text', 'toml' },
  -- LSP has a name of its own for what Neovim calls "text".
  get_language_id = function(_, filetype)
    return filetype == 'text' and 'plaintext' or filetype
  end,
  root_dir = function(bufnr, on_dir)
    if vim.api.nvim_buf_get_name(bufnr) == '' then
      return wait_for_name(bufnr)
    end
    local folder = require('masthead.folder')
    if vim.bo[bufnr].filetype == 'toml' and not folder.is_desk(folder.of(bufnr)) then
      return
    end
    local program, problem = require('masthead.binary').find()
    if program then
      on_dir(folder.of(bufnr))
    else
      -- Once, not for every article that is opened.
      vim.notify_once(problem, vim.log.levels.WARN)
    end
  end,
  -- What a click on a code lens does: LSP leaves it to the editor to list places.
  capabilities = { experimental = { commands = { 'masthead.showReferences' } } },
  commands = {
    ['masthead.showReferences'] = function(command, context)
      local client = assert(vim.lsp.get_client_by_id(context.client_id))
      local places = vim.lsp.util.locations_to_items(command.arguments[3], client.offset_encoding)
      vim.fn.setqflist({}, ' ', { title = 'Masthead: ' .. command.title, items = places })
      vim.cmd('botright copen')
    end,
  },
  -- Neovim would complete the first word of a name and leave the others out. The list comes when it is asked for,
  -- never in the middle of a sentence.
  on_attach = function(client, bufnr)
    vim.lsp.completion.enable(true, client.id, bufnr, {
      autotrigger = false,
      convert = function(item)
        -- Items of other servers in the buffer come this way, too.
        local is_snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
        return { word = not is_snippet and item.textEdit and item.textEdit.newText or nil }
      end,
    })
  end,
  -- A keystroke after a pause is sent at once; this is the most that one in a burst waits, in milliseconds.
  -- With a key every 50, the median from key to finding is 100 with Neovim's own 150, and 4 with 20.
  flags = { debounce_text_changes = 20 },
}
